from pathlib import Path

import pytest

from planspec.phrase import compare, parse, write

from .normal_form import normal_form

LINES = [
    line.split("\t")
    for line in Path(__file__).with_name("corpus.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "expected"), LINES, ids=[text for text, _ in LINES])
def test_a_phrase_of_the_corpus_has_its_normal_form(text, expected):
    phrase = parse(text)
    assert normal_form(phrase) == expected
    assert phrase.text == text


@pytest.mark.parametrize("text", [text for text, _ in LINES])
def test_a_phrase_of_the_corpus_can_be_written_back(text):
    phrase = parse(text)
    again = parse(write(phrase))
    assert again is not None
    assert again.means(phrase)
    assert compare(phrase, again) == "equal"


def test_the_corpus_states_each_phrase_once():
    texts = [text for text, _ in LINES]
    assert len(texts) == len(set(texts)) > 600
