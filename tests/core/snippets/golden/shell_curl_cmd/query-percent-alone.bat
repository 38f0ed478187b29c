curl ^"http://127.0.0.1:8765/list?discount=100^%^&bad=^%^zz^" ^
  --fail-with-body
