"""Every rule of thumb is reproduced by the wizard, or contradicted with a stated reason."""

from failures import every

import content
from activations import CATALOGUE
from activations.choosing.opinions import LADDER, RULES_OF_THUMB


@every("rule", RULES_OF_THUMB)
def test_a_rule_is_followed_or_contradicted_with_a_reason(rule):
    assert rule.answer.ranking and set(rule.functions) <= set(CATALOGUE)
    assert rule.agrees != (f"differs_{rule.id}" in content.load("opinions"))


@every("rung", LADDER)
def test_the_ladder_is_about_functions_we_know_and_has_five_stars_at_most(rung):
    assert rung.function in CATALOGUE
    assert all(1 <= stars <= 5 for stars in (rung.speed, rung.stability, rung.novelty))
