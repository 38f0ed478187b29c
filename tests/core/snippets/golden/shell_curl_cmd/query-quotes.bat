curl ^"http://127.0.0.1:8765/list?a='x'^&b=^%^22y^%^22^&c=^$HOME^&d=^!x^&e=(1)*~^" ^
  --fail-with-body
