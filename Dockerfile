# The playground in a container: `docker build -t playground .`, then `docker run -p 8000:8000 playground`.
# What it does is what `make run` does; a test holds the two together.

FROM node:22-slim AS editor
WORKDIR /app/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci --silent --no-audit --no-fund
COPY frontend/ ./
RUN npm run --silent build


FROM python:3.12-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /app
RUN python -m venv .venv
ENV PATH=/app/.venv/bin:$PATH
# Dependencies first: they change less often than the program does.
COPY pyproject.toml README.md ./
COPY playground/__init__.py playground/
RUN pip install --quiet --editable '.[postgresql]'
COPY manage.py ./
COPY playground/ playground/
COPY templates/ templates/
COPY static/ static/
COPY --from=editor /app/static/build/ static/build/
RUN pybabel --quiet compile --directory playground/locale --domain django --use-fuzzy
# The secret key that the settings make lands in a folder that stays behind; no image has one.
RUN PLAYGROUND_VAR=/tmp/var STATIC_ROOT=/app/staticfiles python manage.py collectstatic --no-input --verbosity 0
RUN python -m compileall -q playground


FROM python:3.12-slim
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    HOST=0.0.0.0 \
    PORT=8000 \
    PLAYGROUND_VAR=/app/var \
    STATIC_ROOT=/app/staticfiles
WORKDIR /app
COPY --from=build /app /app
RUN useradd --uid 1000 --no-create-home --shell /usr/sbin/nologin playground && install -d -o playground /app/var
USER 1000
VOLUME /app/var
EXPOSE 8000
# Any host that the site answers to will do.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["python", "-c", "\
import os; from urllib.request import Request, urlopen; \
host = os.environ.get('ALLOWED_HOSTS', '').split(',')[0].strip(' .*') or 'localhost'; \
urlopen(Request('http://127.0.0.1:' + os.environ['PORT'] + '/healthz', headers={'Host': host}), timeout=4)"]
CMD ["sh", "-c", "\
python manage.py migrate --verbosity 0 && \
python manage.py load_catalog --verbosity 0 && \
exec gunicorn --config playground/gunicorn.conf.py playground.wsgi"]
