# Two stages at the same path: the environment refers to /lab, the lesson's own chart included, and stays valid when copied.
FROM python:3.13.15-slim-trixie AS build
WORKDIR /lab
COPY requirements.lock ./
# An environment without pip of its own is filled by the pip outside of it, which stays behind.
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv --without-pip .venv \
	&& pip --python .venv/bin/python install --no-compile --only-binary :all: --require-hashes -r requirements.lock
COPY ui/chart ui/chart
RUN pip --python .venv/bin/python install --no-deps --no-build-isolation -e ui/chart
COPY app.py ./
COPY .streamlit .streamlit
COPY activations activations
COPY content content
COPY figures figures
COPY labs labs
COPY pages pages
COPY ui ui
COPY deploy/image /image
# Compressed, slimmed and compiled once for good: nothing is written when the lesson runs. What prepares static files has
# gone when it is asked for a second time, so it can only find them whole, or fail here.
RUN python /image/slim.py .venv before \
	&& .venv/bin/python -m ui.server \
	&& python /image/slim.py .venv after \
	&& .venv/bin/python -m ui.server \
	&& python -m compileall -q --invalidation-mode unchecked-hash .

FROM python:3.13.15-slim-trixie
LABEL org.opencontainers.image.title="Activation Lab" \
	org.opencontainers.image.description="A bilingual interactive lesson about activation functions" \
	org.opencontainers.image.licenses="MIT"
RUN pip uninstall --yes --root-user-action=ignore pip \
	&& rm -rf /usr/local/lib/python3.13/ensurepip \
	&& useradd --system --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin lab
ENV PATH="/lab/.venv/bin:$PATH" \
	PYTHONDONTWRITEBYTECODE=1 \
	PYTHONUNBUFFERED=1
WORKDIR /lab
COPY --from=build /lab /lab
USER 10001
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s --start-interval=1s \
	CMD ["python", "-ISc", "import os, urllib.request as u; below = os.environ.get('STREAMLIT_SERVER_BASE_URL_PATH', '').strip('/'); u.urlopen('http://127.0.0.1:8501/_stcore/health'.replace('/_', f'/{below}/_' if below else '/_'), timeout=2)"]
CMD ["streamlit", "run", "app.py", "--server.port", "8501", "--server.address", "0.0.0.0"]
