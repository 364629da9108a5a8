"""Every mutation still applies: what it replaces stands once in its file, and the tests it names are there."""

from tests.mutations import ROOT, mutations


def test_every_mutation_still_applies():
    lost = []
    for mutation in mutations():
        try:
            mutation.applied(ROOT)
        except ValueError as error:
            lost.append(str(error))
        lost += [name for name in mutation.likely if not (ROOT / "tests" / name).is_file()]
    assert not lost, "\n".join(lost)
