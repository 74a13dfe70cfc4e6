"""A spaCy model beside the rules: a real pipeline, made here, that knows names no rule knows."""

from pathlib import Path

import pytest
import spacy
from click.testing import CliRunner

from builder.cli import main

SEED = (
    "A quiet day\n\nThe council heard from quillon brask on 4 May 2024. Ana Ruiz, the mayor, thanked the flim works.\n"
)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "PERSON", "pattern": "quillon brask"},
            {"label": "ORG", "pattern": "the flim works"},
            {"label": "ORG", "pattern": "Ruiz"},
            {"label": "DATE", "pattern": "quiet day"},
        ]
    )
    folder = tmp_path_factory.mktemp("model")
    pipeline.to_disk(folder)
    return folder


def build(folder: Path, settings: str) -> tuple[int, str, str]:
    (folder / "seeds").mkdir()
    (folder / "seeds" / "a.txt").write_text(SEED)
    (folder / "content").mkdir()
    (folder / "content" / "index.md").write_text(f"---\ntitle: T\n{settings}---\n")
    done = CliRunner().invoke(main, ["build", "--root", str(folder)])
    article = next((folder / "content").glob("articles/*.md"), None)
    return done.exit_code, done.stderr, article.read_text() if article else ""


def test_the_model_adds_names_and_the_rules_names_stay(tmp_path: Path, model: Path) -> None:
    status, _, article = build(tmp_path, f"names: spacy\nnames_model: {model}\n")
    assert status == 0
    assert "[quillon brask]{.person}" in article
    assert "the [flim works]{.org}" in article
    assert "[Ana Ruiz]{.person}" in article


def test_without_the_setting_the_model_has_no_say(tmp_path: Path) -> None:
    assert "[quillon brask]" not in build(tmp_path, "")[2]


def test_a_model_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    status, problems, article = build(tmp_path, "names: spacy\nnames_model: no_such_model\n")
    assert (status, article) == (1, "")
    assert "(names-model)" in problems
