"""What is served in containers agrees with itself: the same user, ports, sizes and files everywhere."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
DOCKERFILE = (ROOT / "Dockerfile").read_text()
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]
MANIFESTS = {
    d["kind"]: d for p in (ROOT / "deploy/kubernetes").glob("*.yaml") for d in yaml.safe_load_all(p.read_text())
}
POD = MANIFESTS["Deployment"]["spec"]["template"]["spec"]
CONTAINER = POD["containers"][0]


def test_the_image_holds_what_the_lesson_imports():
    copied = set(re.findall(r"^COPY (?!--)(\S+) ", DOCKERFILE, re.M))
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    needed = {p.parent.name for p in ROOT.glob("*/__init__.py")} - {"bench", "tests"} | {"pages", "app.py"}
    assert needed <= copied and needed <= allowed
    assert {name for name in copied if "/" not in name} <= {name.split("/")[0] for name in allowed}


def test_the_image_installs_nothing_but_what_is_locked():
    locked, ours = (
        "--only-binary :all: --require-hashes -r requirements.lock",
        "--no-deps --no-build-isolation -e ui/chart",
    )
    assert all(line.endswith((locked, ours)) for line in re.findall(r"\binstall .+", DOCKERFILE))


def test_both_stages_are_the_same_python():
    bases = re.findall(r"^FROM (\S+)", DOCKERFILE, re.M)
    assert len(set(bases)) == 1 and re.match(r"python:(\d+\.\d+)\.\d+-slim-\w+$", bases[0])
    assert re.findall(r"/lib/python(\d+\.\d+)/", DOCKERFILE) == [re.match(r"python:(\d+\.\d+)", bases[0])[1]]


def test_the_lesson_runs_as_the_same_user_everywhere():
    user = int(re.search(r"^USER (\d+)$", DOCKERFILE, re.M)[1])
    assert f"--uid {user} " in DOCKERFILE and POD["securityContext"]["runAsUser"] == user
    assert "user" not in COMPOSE["app"]


def test_nothing_may_be_written_or_gained():
    for service in COMPOSE.values():
        assert service["read_only"] and service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
    assert CONTAINER["securityContext"]["readOnlyRootFilesystem"]
    assert not CONTAINER["securityContext"]["allowPrivilegeEscalation"]


def test_ports_agree():
    port = re.search(r"^EXPOSE (\d+)$", DOCKERFILE, re.M)[1]
    assert f'"--server.port", "{port}"' in DOCKERFILE and f":{port}/_stcore/health" in DOCKERFILE
    assert CONTAINER["ports"][0]["containerPort"] == int(port)
    assert f"server app:{port} resolve" in (ROOT / "deploy/nginx/replicas.conf").read_text()
    listen = re.search(r"^listen (\d+);", (ROOT / "deploy/nginx/listen.conf").read_text(), re.M)[1]
    assert COMPOSE["proxy"]["ports"][0].endswith(f":{listen}")
    assert f":{listen}/alive" in COMPOSE["proxy"]["healthcheck"]["test"][-1]


def test_sizes_agree():
    limits = COMPOSE["app"]["deploy"]["resources"]["limits"]
    assert CONTAINER["resources"]["limits"] == {"cpu": limits["cpus"], "memory": limits["memory"] + "i"}


def test_nginx_knows_how_to_ask_for_replicas_again():
    version = re.match(r"nginx:(\d+)\.(\d+)\.(\d+)-", COMPOSE["proxy"]["image"])
    assert tuple(map(int, version.groups())) >= (1, 27, 3), "`resolve` in `server`"


@pytest.mark.parametrize("kept", ["deploy/secrets.env"])
def test_secrets_are_not_committed(kept):
    assert subprocess.run(["git", "check-ignore", "-q", kept], cwd=ROOT).returncode == 0
