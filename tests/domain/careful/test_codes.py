import pytest

from kaveri.foundation.careful import looks_like_identity_code


@pytest.mark.requirement("ACCESS-1")
@pytest.mark.parametrize(
    "text",
    [
        "010183-901C",
        "Min kod är 010183-901C, ring mig",
        "010183-901c",
        "010183 901C is not one but 010183 - 901C is",
        "01 01 83-901C",
        "01.01.83-901C",
        "010103A901X",
        "311299+999Y",
        "(010183-901C)",
    ],
)
def test_a_text_that_holds_an_identity_code_is_noticed(text):
    assert looks_like_identity_code(text)


@pytest.mark.requirement("ACCESS-1")
@pytest.mark.parametrize(
    "text",
    [
        "",
        "040123-4567",
        "+358 40 123 4567",
        "Jag är född 1.1.1983",
        "991383-901C",
        "Order 1010183-901C",
        "2026-11-22",
        "Vi bor på 010183",
    ],
)
def test_other_numbers_are_left_alone(text):
    assert not looks_like_identity_code(text)
