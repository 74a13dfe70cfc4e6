"""The preview as its user meets it, over HTTP: fetch, edit, fetch until changed, break, see the problem, repair."""

import http.client
import re
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from builder.serve.reload import SCRIPT
from tests.serve.previewing import DEADLINE, Served, listening, state, until

Start = Callable[..., Served]


def test_an_edit_shows_on_the_page(start: Start) -> None:
    served = start()
    assert "first words" in served.text("/")
    (served.root / "content" / "index.md").write_text("other words")
    until(lambda: "other words" in served.text("/"))


def test_an_edit_shows_where_folders_are_polled(start: Start) -> None:
    served = start("poll")
    assert "first words" in served.text("/")
    served.write("content/index.md", "other words")
    until(lambda: "other words" in served.text("/"))


def test_a_broken_file_shows_its_problem_over_the_last_good_page_until_repaired(start: Start) -> None:
    served = start()
    assert "briefing-problems" not in served.text("/")
    served.write("content/index.md", "BROKEN words")
    until(lambda: "briefing-problems" in served.text("/"))
    page = served.text("/")
    assert "content/index.md:1: error: a &lt;broken&gt; thing (broken)" in page
    assert "hint: mend it" in page
    assert "The last build failed: 1 error<" in page
    assert "first words" in page
    served.write("content/index.md", "mended words")
    until(lambda: "mended words" in served.text("/"))
    assert "briefing-problems" not in served.text("/")


def test_a_first_build_that_fails_shows_its_problem_and_recovers(start: Start) -> None:
    served_from = start("still")
    served_from.stop()
    (served_from.root / "content" / "index.md").write_text("BROKEN")
    for left in (served_from.root / "site").rglob("*.html"):
        left.unlink()
    served = start()
    status, _, page = served.ask("/")
    assert (status, "a &lt;broken&gt; thing" in page) == (404, True)
    served.write("content/index.md", "good")
    until(lambda: "good" in served.text("/"))


def test_a_fault_of_the_builder_ends_nothing(start: Start) -> None:
    served = start()
    served.write("content/index.md", "FAULT")
    until(lambda: "ValueError: a fault of the builder (builder-fault)" in served.text("/"))
    served.write("content/index.md", "good")
    until(lambda: "good" in served.text("/"))
    assert "Traceback" in served.stop()[1]


def test_files_come_and_go(start: Start) -> None:
    served = start()
    assert served.ask("/new.html")[0] == 404
    served.write("content/new.md", "a new page")
    until(lambda: served.ask("/new.html")[0] == 200)
    (served.root / "content" / "new.md").rename(served.root / "content" / "renamed.md")
    until(lambda: served.ask("/renamed.html")[0] == 200)
    assert served.ask("/new.html")[0] == 404
    (served.root / "content" / "renamed.md").unlink()
    until(lambda: served.ask("/renamed.html")[0] == 404)


def test_ten_saves_in_a_row_end_with_the_last(start: Start) -> None:
    served = start()
    served.text("/")
    for number in range(10):
        (served.root / "content" / "index.md").write_text(f"save {number}")
    until(lambda: "save 9" in served.text("/"))


def test_a_folder_that_appears_later_is_watched(start: Start) -> None:
    served = start()
    served.text("/")
    (served.root / "seeds").mkdir()
    served.write("seeds/one.txt", "a seed")
    until(lambda: "a seed" in served.text("/one.html"))
    served.write("seeds/one.txt", "a seed, edited")
    until(lambda: "a seed, edited" in served.text("/one.html"))


def test_a_folder_that_is_replaced_is_still_watched(start: Start) -> None:
    served = start()
    assert "first words" in served.text("/")
    content = served.root / "content"
    content.rename(served.root / "before")
    content.mkdir()
    served.write("content/index.md", "another folder")
    until(lambda: "another folder" in served.text("/"))
    served.write("content/index.md", "edited in it")
    until(lambda: "edited in it" in served.text("/"))


def start_slow_build(served: Served) -> None:
    """Return in the middle of a build that ends when the file ``go`` is there."""
    served.text("/")
    served.write("content/index.md", "slow words")
    until((served.root / "slow").exists)


def test_nobody_sees_half_a_build(start: Start) -> None:
    served = start()
    start_slow_build(served)
    waiting = http.client.HTTPConnection(served.host, timeout=DEADLINE)
    waiting.request("GET", "/")
    served.write("go", "")
    assert "slow words" in waiting.getresponse().read().decode()
    waiting.close()


def test_an_open_page_is_seen_before_the_rest_is_done(start: Start) -> None:
    served = start()
    assert "first words" in served.text("/")
    served.write("content/other side.md", "first words")
    until(lambda: served.ask("/other%20side.html")[0] == 200)
    with listening(served, "/other%2520side.html") as hear, ThreadPoolExecutor(1) as another:
        hear()
        served.write("content/other side.md", "patient words")
        early = hear()["state"]
        page = served.text("/other%20side.html")
        assert ("patient words" in page, state(page)) == (True, early)
        assert served.ask("/static/style.css")[0] == 200
        assert "patient" not in (served.root / "site" / "other side.html").read_text()
        front = another.submit(served.text, "/")
        (served.root / "go").touch()
        last = hear()
        assert last["same_as"] == [early]
        assert state(front.result()) == state(served.text("/other%20side.html")) == last["state"]


def test_a_page_seen_early_is_taken_back_where_the_build_fails(start: Start) -> None:
    served = start()
    assert "first words" in served.text("/")
    with listening(served) as hear:
        hear()
        served.write("content/index.md", "patient words, LATE")
        early = hear()
        assert "patient words" in served.text("/")
        (served.root / "go").touch()
        last = hear()
        assert (last["state"] != early["state"], last["same_as"]) == (True, [])
        assert "a late thing" in served.text("/")
        assert "first words" in served.text("/")


@contextmanager
def two_pages(start: Start) -> Iterator[tuple[Served, Callable[[], dict[str, Any]], Callable[[], dict[str, Any]]]]:
    """Give a preview at rest, and what hears its news on the front page and on another one."""
    served = start()
    assert "first words" in served.text("/")
    served.write("content/other.md", "first words")
    until(lambda: served.ask("/other.html")[0] == 200)
    with listening(served) as front, listening(served, "/other.html") as other:
        front()
        other()
        yield served, front, other


def test_a_page_glimpsed_before_all_else_is_not_told_again_where_it_stays_so(start: Start) -> None:
    with two_pages(start) as (served, front, other):
        served.write("content/index.md", "patient words, glimpsed")
        glimpsed, early, seen = front(), front(), other()
        assert (glimpsed["same_as"], early["same_as"]) == ([], [glimpsed["state"]])
        assert seen["state"] == early["state"]  # the other page has not heard of what can't be seen of it
        assert "words, glimpsed" in served.text("/")
        (served.root / "go").touch()
        assert front()["same_as"] == other()["same_as"] == [glimpsed["state"], early["state"]]


def test_a_page_glimpsed_before_all_else_is_told_again_where_it_comes_out_otherwise(start: Start) -> None:
    with two_pages(start) as (served, front, _):
        served.write("content/index.md", "patient words, glimpsed [and more]")
        assert front()["state"] != (early := front())["state"]
        assert early["same_as"] == []
        assert "and more" in served.text("/")
        (served.root / "go").touch()
        assert front()["same_as"] == [early["state"]]


def test_a_page_glimpsed_before_all_else_is_taken_back_where_the_build_fails(start: Start) -> None:
    with two_pages(start) as (served, front, other):
        (served.root / "go").touch()
        served.write("content/index.md", "glimpsed, but BROKEN")
        glimpsed, failed = front(), front()
        assert (failed["state"] != glimpsed["state"], failed["same_as"]) == (True, [])
        assert other()["state"] == failed["state"]
        page = served.text("/")
        assert ("first words" in page, "a &lt;broken&gt; thing" in page) == (True, True)


def test_nothing_is_glimpsed_while_a_problem_is_told(start: Start) -> None:
    with two_pages(start) as (served, front, _):
        served.write("content/index.md", "BROKEN")
        front()
        served.write("content/index.md", "glimpsed words")
        mended = front()
        assert (mended["same_as"], mended["state"]) == ([], state(served.text("/")))


def test_a_save_during_a_build_is_glimpsed_at_once_and_the_build_given_up(start: Start) -> None:
    with two_pages(start) as (served, front, other):
        served.write("content/index.md", "endless words, glimpsed")
        first = front()
        until((served.root / "endless").exists)
        served.write("content/index.md", "other words, glimpsed")
        second, last = front(), front()
        assert (second["state"] != first["state"], last["same_as"]) == (True, [second["state"]])
        assert other()["state"] == last["state"] == state(served.text("/"))
        assert "endless" not in (served.root / "site" / "index.html").read_text()


def test_a_build_that_is_given_up_leaves_nothing_unbuilt(start: Start) -> None:
    with two_pages(start) as (served, _, _):
        served.write("content/more.md", "more words")
        served.write("content/index.md", "endless words")
        until((served.root / "endless").exists)
        served.write("content/index.md", "other words")
        until(lambda: "other words" in served.text("/"))
        assert "more words" in served.text("/more.html")


def test_an_open_page_is_told_of_each_change(start: Start) -> None:
    served = start()
    first = state(served.text("/"))
    with listening(served) as hear:
        assert hear()["state"] == first
        served.write("content/index.md", "other words")
        news = hear()
        assert (news["state"], news["styles_only_since"]) == (state(served.text("/")), None)
        served.write("themes/style.css", "p { color: red }")
        styled = hear()
        assert styled["styles_only_since"] == news["state"]
        assert styled["state"] == state(served.text("/"))
        served.write("content/index.md", "BROKEN")
        assert hear()["styles_only_since"] is None


def test_a_page_left_open_over_a_restart_is_up_to_date_unless_something_changed(start: Start) -> None:
    served = start()
    first = state(served.text("/"))
    served.stop()
    assert state(start().text("/")) == first


def test_what_is_served_is_what_is_published_and_a_script(standing: Served) -> None:
    page = standing.text("/")
    stored = (standing.root / "site" / "index.html").read_text()
    assert "script" not in stored
    added = re.search(r"<script.*</script>", page)
    assert added
    assert page.replace(added[0], "") == stored
    source = re.search(r'src="(\S+)"', added[0])
    assert source
    status, headers, script = standing.ask(source[1])
    assert (status, headers["content-type"]) == (200, "text/javascript; charset=utf-8")
    assert "EventSource" in script


def test_types_ranges_head_and_not_found(standing: Served) -> None:
    assert standing.ask("/data/all.json")[1]["content-type"] == "application/json"
    assert standing.ask("/static/style.css")[1]["content-type"] == "text/css; charset=utf-8"
    status, headers, text = standing.ask("/data/all.json", Range="bytes=1-3")
    assert (status, headers["content-range"], text) == (206, "bytes 1-3/10", "1, ")
    status, headers, text = standing.ask("/", Range="bytes=1-3")
    assert (status, headers["accept-ranges"], text) == (200, "none", standing.text("/"))
    status, headers, text = standing.ask("/", "HEAD")
    assert (status, text) == (200, "")
    assert int(headers["content-length"]) == len(standing.text("/").encode())
    status, _, text = standing.ask("/missing.html")
    assert (status, "no such page" in text) == (404, True)
    etag = standing.ask("/static/style.css")[1]["etag"]
    assert standing.ask("/static/style.css", If_None_Match=etag)[0] == 304
    assert standing.ask("/", "POST")[0] == 405


@pytest.mark.parametrize(
    "path", ["/../content/index.md", "/%2e%2e/content/index.md", "/..%2fcontent/index.md", "//etc/passwd", "/a%00b"]
)
def test_no_path_leads_out_of_the_site(standing: Served, path: str) -> None:
    assert standing.ask(path)[0] == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "localhost:1"}, 200),
        ({"Host": "[::1]:80"}, 200),
        ({"Host": "192.168.1.2"}, 200),
        ({"Host": "evil.example"}, 403),
        ({"Host": "localhost.evil.example:8000"}, 403),
        ({"Host": ""}, 403),
        ({"Host": "[::1"}, 403),
        ({"Host": "localhost:1", "Origin": "http://localhost:1"}, 200),
        ({"Host": "localhost:1", "Origin": "http://localhost:2"}, 403),
        ({"Host": "localhost:1", "Origin": "https://evil.example"}, 403),
        ({"Host": "localhost:1", "Origin": "null"}, 403),
    ],
)
def test_only_this_machine_s_names_are_answered(standing: Served, headers: dict[str, str], status: int) -> None:
    assert standing.ask("/", **headers)[0] == status


def test_a_port_asked_for_and_taken_is_an_error(start: Start) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = start(port=str(port))
        assert refused.address == ""
        assert f"127.0.0.1:{port} can't be listened at" in refused.process.communicate(timeout=DEADLINE)[1]


def test_a_default_port_that_is_taken_moves_on(start: Start) -> None:
    one, other = start(port="default"), start(port="default")
    assert one.address != other.address
    assert one.ask("/")[0] == other.ask("/")[0] == 200


def test_a_browser_is_opened_when_asked_for(start: Start, root: Path) -> None:
    browser = root / "browser.py"
    browser.write_text("import sys, pathlib; pathlib.Path(__file__).with_name('opened').write_text(sys.argv[1])")
    served = start("open", BROWSER=f"{sys.executable} {browser} %s")
    until(lambda: (root / "opened").exists() and (root / "opened").read_text() == served.address)


def test_ctrl_c_ends_it_without_a_word_though_pages_are_open(start: Start) -> None:
    served = start()
    with listening(served) as hear:
        hear()
        assert served.stop() == (0, "")


def test_ctrl_c_during_a_build_lets_it_finish_and_ends_without_a_word(start: Start) -> None:
    served = start()
    start_slow_build(served)
    waiting = http.client.HTTPConnection(served.host, timeout=DEADLINE)
    waiting.request("GET", SCRIPT)
    waiting.getresponse().read()  # the server has the line, and hears what is asked before the signal
    waiting.request("GET", "/")
    served.process.send_signal(signal.SIGINT)
    assert waiting.getresponse().status == 503
    waiting.close()
    served.write("go", "")
    _, errors = served.process.communicate(timeout=DEADLINE)
    assert (served.process.returncode, errors) == (0, "")
    assert "slow words" in (served.root / "site" / "index.html").read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_being_told_to_end_ends_it(start: Start) -> None:
    (served := start()).text("/")
    assert served.stop(signal.SIGTERM) == (-signal.SIGTERM, "")


def test_without_watching_nothing_is_built_again(start: Start) -> None:
    served = start("still")
    assert "first words" in served.text("/")
    served.write("content/index.md", "other words")
    assert "first words" in served.text("/")
    assert served.stop() == (0, "")
    assert served.builds() == 1
