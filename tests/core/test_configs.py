"""A configuration is read for the functions that it names, whatever else stands in it."""

import json

import pytest
from failures import every

from activations import CATALOGUE, configs, nearest
from activations.configs import LONGEST, MOST, Unreadable, read
from activations.names import libraries

TABLE = libraries()["transformers"]


def only(text):
    (named,) = read(text)
    return named


@every("key", TABLE.names)
def test_every_key_of_the_table_is_read_as_the_table_has_it(key):
    for text in (json.dumps({"hidden_act": key}), f'"hidden_act": "{key}",', f'"{key}"', key):
        named = only(text)
        assert (named.said, named.key) == (key, key), text
        assert named.function == TABLE.names[key] and named.gate is None


# read in configuration_*.py of transformers 5.24.0
@every(
    "key",
    [
        *("hidden_act", "activation_function", "hidden_activation", "activation", "act_fn", "projector_hidden_act"),
        *("feat_extract_activation", "decoder_activation_function", "dense_act_fn", "stem_act_func", "pooler_act"),
        *("classifier_activation", "ffn_activation", "mlp_hidden_act", "feed_forward_proj"),
    ],
)
def test_keys_of_real_configurations_are_known(key):
    assert only(json.dumps({"model_type": "x", key: "relu"})).path == key


@every(
    "key, value",
    [
        *(("activation_dropout", "0.1"), ("attention_type", "relu"), ("factor", "relu"), ("react", "relu")),
        *(
            ("is_gated_act", True),
            ("hidden_act", None),
            ("hidden_act", 3),
            ("hidden_act", 0.5),
            ("hidden_act", ""),
            ("activation", {}),
        ),
    ],
)
def test_what_names_no_function_is_passed_over(key, value):
    with pytest.raises(Unreadable, match="nothing"):
        read(json.dumps({key: value}))


def test_parts_of_a_model_have_functions_of_their_own():
    text = {
        "model_type": "llava",
        "text_config": {"model_type": "llama", "hidden_act": "silu"},
        "vision_config": {"model_type": "clip_vision_model", "hidden_act": "quick_gelu"},
        "experts": [{"ffn_act_fn": {"name": "relu"}}],
        "activation": ["tanh", "mish"],
    }
    found = {named.path: (named.function, named.gate) for named in read(json.dumps(text))}
    assert found == {
        "text_config.hidden_act": ("silu", "swiglu"),
        "vision_config.hidden_act": ("gelu_sigmoid", None),
        "experts[0].ffn_act_fn": ("relu", None),
        "activation": ("mish", None),
    }


@every("name, function", [("gated-gelu", "gelu_tanh"), ("gated-silu", "silu"), ("gated-relu", "relu")])
def test_t5_names_the_function_in_a_gate(name, function):
    named = only(json.dumps({"feed_forward_proj": name}))
    assert (
        named.function == function
        and named.gate == {"gelu_tanh": "geglu_tanh", "silu": "swiglu", "relu": "reglu"}[function]
    )


@every("model, function", [("gemma", "gelu_tanh"), ("bert", "gelu"), ("gemma2", "gelu")])
def test_only_the_first_gemma_means_another_gelu_than_it_says(model, function):
    assert only(json.dumps({"model_type": model, "hidden_act": "gelu"})).function == function


def test_the_word_in_the_configuration_of_minimax_names_a_whole_unit():
    """Read in the configuration of MiniMax-M3, which transformers 5.24.0 takes for SiLU with a gate of its own."""
    assert only('{"hidden_act": "swigluoai"}').function == "swiglu_clamped"


def test_every_gated_unit_is_in_the_catalogue():
    assert {*configs.WITH_GATE.values(), *configs.WITH_GATE} <= set(CATALOGUE)
    assert set(configs.PROJECTED.values()) | set(configs.LEGACY.values()) <= set(TABLE.names)


@every(
    "text, reason",
    [
        *(("", "empty"), (" \n\t", "empty"), ("x" * (LONGEST + 1), "long"), ("激" * (LONGEST // 2), "long")),
        *(("[" * 15_000, "deep"), ('{"a":' * 3000, "deep"), ('{"a": ' * 100 + "1" + "}" * 100, "deep")),
        *(('{"eps": NaN, "hidden_act": "gelu"}', "number"), ('{"a": -Infinity}', "number")),
        *(("hidden_act = gelu", "broken"), ('{"hidden_act": "gelu"', "broken"), ('{"hidden_act": "gelu",}', "broken")),
        *(("<script>alert(1)</script>", "broken"), ("\x00", "broken"), ("\ud800 {", "broken")),
        *(("[]", "nothing"), ("{}", "nothing"), ("null", "nothing"), ("3", "nothing"), ('{"": {"": ""}}', "nothing")),
    ],
)
def test_bad_texts_are_refused_for_a_reason(text, reason):
    with pytest.raises(Unreadable) as refused:
        read(text)
    assert refused.value.reason == reason


def test_numbers_of_any_size_are_passed_over():
    text = '{"a": 1e999999, "b": %s, "hidden_act": "relu"}' % ("9" * 10_000)
    assert only(text).function == "relu"


def test_a_text_as_long_as_may_be_is_read_and_not_every_name_is_told():
    line = '"hidden_act": "relu"'
    text = "{" + line + " " * (LONGEST - len(line) - 2) + "}"
    assert len(text) == LONGEST and only(text).function == "relu"
    many = json.dumps({f"part_{i}": {"hidden_act": "relu"} for i in range(3 * MOST)})
    assert len(read(many)) == MOST


@every("name, near", [("gelu_neww", "gelu_tanh"), ("quickgelu_", "gelu_sigmoid"), ("lekay_relu", "leaky_relu")])
def test_a_stranger_is_told_of_its_neighbours(name, near):
    named = only(json.dumps({"hidden_act": name}))
    assert named.function in (None, near)
    assert near in nearest(name)


def test_nothing_is_near_to_rubbish():
    assert nearest("<img src=x onerror=alert(1)>") == [] and nearest("q" * 5000) == []
