wget --quiet --output-document=- --content-on-error \
  --method=GET \
  --header='Content-Type: application/json' \
  --body-data='{"query": {"match_all": {}}}' \
  'http://127.0.0.1:8765/_search'
