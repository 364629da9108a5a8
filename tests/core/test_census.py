"""The census of configuration files: counted rightly, kept whole, and every key of it a function."""

from zipfile import ZipFile

import pytest

from activations import CATALOGUE
from activations.history import census as counting
from activations.names import libraries

A = """
class AConfig(Base):
    hidden_act: str = "silu"
    activation_function: str | None = "gelu"
    hidden_act_again: str = "silu"
    projector_act: str = None
    attractor_kind: str = "mean"
    layers: int = 3
"""
B = """
class BConfig(Base):
    def __init__(self, size, hidden_act="gelu", *, dropout=0.1, pooler_act="tanh", **kwargs):
        self.hidden_act = hidden_act

    def rename(self, act="relu"):
        return act
"""


def test_a_wheel_is_counted_once_for_each_folder_and_spelling(tmp_path):
    files = {
        "models/a/configuration_a.py": A,
        "models/a/modeling_a.py": "self.gate_proj = Linear()",
        "models/b/configuration_b.py": B,
        "models/b/configuration_b_text.py": 'class C:\n    hidden_act: str = "gelu"\n',
        "models/c/configuration_c.py": "class C:\n    size: int = 1\n",
        "models/d/configuration_d.py": 'class D:\n    act: str = "silu"\n',
        "models/d/modeling_d.py": "self.propagate_projection = 1",
        "activations.py": 'hidden_act: str = "relu"\n',
    }
    wheel = tmp_path / "transformers-1.2.3-py3-none-any.whl"
    with ZipFile(wheel, "w") as made:
        for name, text in files.items():
            made.writestr(f"transformers/{name}", text)
    found = counting.count(wheel, "2026-11")
    assert (found.source, found.files, found.folders, found.naming) == ("transformers 1.2.3", 5, 4, 3)
    assert found.defaults == {"gelu": 2, "silu": 2, "tanh": 1} and found.gated == 1
    with pytest.raises(KeyError):
        counting.count(wheel.rename(tmp_path / "timm-1.0.whl"), "2026-11")


def test_the_census_that_is_kept_is_whole():
    kept = counting.census()
    assert kept.naming <= kept.folders <= kept.files and kept.gated <= kept.defaults["silu"]
    assert max(kept.defaults.values()) <= kept.naming <= sum(kept.defaults.values())
    assert list(kept.defaults.values()) == sorted(kept.defaults.values(), reverse=True)
    assert counting.FILE.read_text("utf-8") == counting.written(kept) + "\n"


def test_every_key_is_one_of_the_table_of_the_same_version_and_no_vote_is_lost():
    kept, table = counting.census(), libraries()["transformers"]
    assert table.source.startswith(kept.source)
    assert set(kept.defaults) <= set(table.names)
    counts = counting.by_function()
    assert set(counts) <= set(CATALOGUE) and sum(counts.values()) == sum(kept.defaults.values())


def test_a_share_takes_the_variants_along():
    kept = counting.census().defaults
    gelu = sum(number for key, number in kept.items() if "gelu" in key)
    assert counting.share("gelu") == pytest.approx(gelu / sum(kept.values()))
    assert counting.share("silu") == pytest.approx((kept["silu"] + kept["swish"]) / sum(kept.values()))
