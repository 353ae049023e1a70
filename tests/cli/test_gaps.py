"""gaps: what is missing, for people and for programs."""


def test_gaps_names_kind_record_and_reason(run, sample):
    said = run("gaps", sample, "--json")
    assert said.code == 0
    found = said.facts["gaps"]
    assert {"kind", "record", "why"} == set(found[0])
    assert "impact_without_training" in {one["kind"] for one in found}
    strict = run("gaps", sample, "--strict")
    assert strict.code == 1
    assert "impact without training" in strict.out


def test_an_empty_project_lacks_nothing_and_passes_strictly(run, empty):
    said = run("gaps", empty, "--strict")
    assert (said.code, said.out.strip()) == (0, "Nothing is missing.")
    assert run("gaps", empty, "--project", "XXX").code == 2
