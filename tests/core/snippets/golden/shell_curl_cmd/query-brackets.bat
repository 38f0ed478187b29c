curl "http://127.0.0.1:8765/list?filter[name]=x&ids[]=1&ids[]=2" ^
  --globoff ^
  --fail-with-body
