curl "http://127.0.0.1:8765/v1/models" ^
  --fail-with-body ^
  -H "X-File: @notes.txt" ^
  -H "X-Dash: -x" ^
  -H "X-Less: <y" ^
  -H "X-Semi: ;z;"
