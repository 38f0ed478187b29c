import requests


class ExactTarget(requests.adapters.HTTPAdapter):
    """Sends the request target as it is written, which requests would respell."""

    def get_connection_with_tls_context(self, *args, **kwargs):
        pool = super().get_connection_with_tls_context(*args, **kwargs)

        class Connection(pool.ConnectionCls):
            def putrequest(self, method, url, **options):
                super().putrequest(method, target, **options)

        pool.ConnectionCls = Connection
        return pool


url = "http://127.0.0.1:8765/it's/(a)/*/$x!"

request = requests.Request("GET", url).prepare()
session = requests.Session()
target = "/it's/(a)/*/$x!"
session.mount("http://", ExactTarget())
session.mount("https://", ExactTarget())
response = session.send(request, allow_redirects=False)
response.encoding = "utf-8"
print(response.text)
response.raise_for_status()
