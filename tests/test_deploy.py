"""What is served in containers agrees with itself: the same user, ports, sizes and files everywhere."""

import re
import subprocess
from pathlib import Path

import yaml

from ui.server import descriptors

ROOT = Path(__file__).parents[1]
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]
DEPLOY = ROOT / "deploy"
MANIFESTS = {
    (d["kind"], d["metadata"]["name"]): d
    for p in (DEPLOY / "kubernetes").glob("*.yaml")
    for d in yaml.safe_load_all(p.read_text("utf-8"))
}
LESSON, PROXY = "activation-lab", "activation-lab-proxy"
POD, FRONT = (MANIFESTS["Deployment", name]["spec"]["template"]["spec"] for name in (LESSON, PROXY))
CONTAINER, NGINX = POD["containers"][0], FRONT["containers"][0]
TOGETHER = yaml.safe_load((DEPLOY / "kustomization.yaml").read_text("utf-8"))


def test_the_image_holds_what_the_lesson_imports():
    copied = set(re.findall(r"^COPY (?!--)(\S+) ", DOCKERFILE, re.M))
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    needed = {p.parent.name for p in ROOT.glob("*/__init__.py")} - {"bench", "harness", "tests"} | {"pages", "app.py"}
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


def test_nginx_runs_as_the_same_user_everywhere():
    user = FRONT["securityContext"]["runAsUser"]
    assert COMPOSE["proxy"]["user"] == f"{user}:{FRONT['securityContext']['runAsGroup']}"
    assert NGINX["image"] == COMPOSE["proxy"]["image"] and NGINX["command"] == COMPOSE["proxy"]["command"]


def test_nothing_may_be_written_or_gained():
    for service in COMPOSE.values():
        assert service["read_only"] and service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
    for pod in (POD, FRONT):
        assert pod["securityContext"]["runAsNonRoot"] and not pod["automountServiceAccountToken"]
        for container in pod["containers"]:
            assert container["securityContext"]["readOnlyRootFilesystem"]
            assert not container["securityContext"]["allowPrivilegeEscalation"]
            assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}


def test_ports_agree():
    port = re.search(r"^EXPOSE (\d+)$", DOCKERFILE, re.M)[1]
    assert f'"--server.port", "{port}"' in DOCKERFILE and f":{port}/_stcore/health" in DOCKERFILE
    assert CONTAINER["ports"][0]["containerPort"] == int(port)
    assert f"server app:{port} resolve" in (DEPLOY / "nginx/replicas.conf").read_text("utf-8")
    listen = re.search(r"^listen (\d+);", (DEPLOY / "nginx/listen.conf").read_text("utf-8"), re.M)[1]
    assert COMPOSE["proxy"]["ports"][0].endswith(f":{listen}")
    assert f":{listen}/alive" in COMPOSE["proxy"]["healthcheck"]["test"][-1]
    assert NGINX["ports"][0]["containerPort"] == int(listen)
    assert f"listen {listen};" in (DEPLOY / "kubernetes/nginx/listen.conf").read_text("utf-8")


def test_sizes_agree():
    for container, service in ((CONTAINER, COMPOSE["app"]), (NGINX, COMPOSE["proxy"])):
        limits = service["deploy"]["resources"]["limits"]
        assert container["resources"]["limits"] == {"cpu": limits["cpus"], "memory": limits["memory"] + "i"}


def test_a_class_finds_descriptors_enough():
    assert COMPOSE["app"]["ulimits"]["nofile"] >= descriptors.ENOUGH
    conf = (DEPLOY / "nginx/nginx.conf").read_text("utf-8")
    connections, files = (int(re.search(rf"{name} (\d+);", conf)[1]) for name in ("connections", "rlimit_nofile"))
    assert COMPOSE["proxy"]["ulimits"]["nofile"] >= files >= 2 * connections


def test_a_cluster_runs_all_of_it_behind_the_nginx_files_of_compose():
    assert {DEPLOY / path for path in TOGETHER["resources"]} == set((DEPLOY / "kubernetes").glob("*.yaml"))
    (files,) = TOGETHER["configMapGenerator"]
    assert {Path(path).name for path in files["files"]} == {p.name for p in (DEPLOY / "nginx").glob("*.conf")}
    own = {path for path in files["files"] if path.startswith("kubernetes/")}
    assert {Path(path).name for path in own} == {"listen.conf", "replicas.conf"}, "the two that say where"
    assert all((DEPLOY / path).is_file() for path in files["files"])
    (volume,) = [v for v in FRONT["volumes"] if "configMap" in v]
    assert volume["configMap"]["name"] == files["name"]
    assert {"name": volume["name"], "mountPath": "/etc/lesson", "readOnly": True} in NGINX["volumeMounts"]


def test_in_a_cluster_nobody_comes_past_nginx():
    (path,) = MANIFESTS["Ingress", LESSON]["spec"]["rules"][0]["http"]["paths"]
    service = MANIFESTS["Service", path["backend"]["service"]["name"]]
    assert service["spec"]["selector"] == MANIFESTS["Deployment", PROXY]["spec"]["selector"]["matchLabels"]
    policy = MANIFESTS["NetworkPolicy", LESSON]["spec"]
    assert policy["podSelector"] == MANIFESTS["Deployment", LESSON]["spec"]["selector"]
    assert policy["ingress"][0]["from"] == [{"podSelector": MANIFESTS["Deployment", PROXY]["spec"]["selector"]}]


def test_in_a_cluster_nginx_finds_every_replica_by_name():
    (named,) = re.findall(
        r"^server ([\w.-]+):(\d+) resolve ", (DEPLOY / "kubernetes/nginx/replicas.conf").read_text("utf-8"), re.M
    )
    service, namespace, rest = named[0].split(".", 2)
    assert rest == "svc.cluster.local" and namespace == TOGETHER["namespace"]
    assert ("Namespace", namespace) in MANIFESTS
    spec = MANIFESTS["Service", service]["spec"]
    assert spec["clusterIP"] == "None" and spec["ports"][0]["port"] == int(named[1])
    assert spec["selector"] == MANIFESTS["Deployment", LESSON]["spec"]["selector"]["matchLabels"]


def test_what_keeps_a_reader_at_one_nginx_is_not_what_keeps_them_at_one_replica():
    names = MANIFESTS["Service", LESSON]["metadata"]["annotations"]
    name = names["traefik.ingress.kubernetes.io/service.sticky.cookie.name"]
    assert f"cookie_{name}" not in (DEPLOY / "nginx/nginx.conf").read_text("utf-8")


def test_nginx_knows_how_to_ask_for_replicas_again():
    version = re.match(r"nginx:(\d+)\.(\d+)\.(\d+)-", COMPOSE["proxy"]["image"])
    assert tuple(map(int, version.groups())) >= (1, 27, 3), "`resolve` in `server`"


def test_secrets_are_not_committed():
    assert subprocess.run(["git", "check-ignore", "-q", "deploy/secrets.env"], cwd=ROOT).returncode == 0
