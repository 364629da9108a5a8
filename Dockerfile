# Two stages, so that pip and its cache stay behind. The lesson runs as an ordinary user on port 8501.
FROM python:3.13-slim AS build
WORKDIR /lab
RUN python -m venv /lab/.venv
COPY requirements.txt ./
COPY ui/chart ui/chart
RUN .venv/bin/pip install --no-cache-dir -r requirements.txt && .venv/bin/pip uninstall -y pip
COPY app.py ./
COPY .streamlit .streamlit
COPY activations activations
COPY content content
COPY labs labs
COPY pages pages
COPY ui ui
RUN .venv/bin/python -m compileall -q .

FROM python:3.13-slim
RUN useradd --system --home /lab lab
COPY --from=build /lab /lab
WORKDIR /lab
USER lab
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
	CMD [".venv/bin/python", "-c", "import urllib.request as u; u.urlopen('http://localhost:8501/_stcore/health', timeout=2)"]
CMD [".venv/bin/streamlit", "run", "app.py", "--server.port", "8501", "--server.address", "0.0.0.0"]
