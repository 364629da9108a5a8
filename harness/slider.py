"""A slider of the lesson: its thumb, its value, and a drag that waits until each move has been painted."""

from typing import Any

THUMB = """key => {
    const input = document.querySelector(`.st-key-${key} input[type=range]`);
    const box = input.closest('[style*=left]').getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
}"""
FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
DRAWN = "() => Array.from(document.querySelectorAll('.chart'), chart => Number(chart.dataset.drawn ?? 0))"


def value(page: Any, key: str) -> float:
    return float(page.locator(f".st-key-{key} input[type=range]").get_attribute("aria-valuetext"))


def grab(page: Any, key: str) -> tuple[float, float]:
    """Press the thumb of a slider; its position."""
    page.locator(f".st-key-{key}").first.scroll_into_view_if_needed()
    x, y = page.evaluate(THUMB, key)
    page.mouse.move(x, y)
    page.mouse.down()
    return x, y


def drag(page: Any, key: str, moves: int = 60, step: float = 2.0) -> int:
    """Drag without releasing; returns how many of the moves changed the value."""
    x, y = grab(page, key)
    changed, last = 0, value(page, key)
    for i in range(1, moves + 1):
        page.mouse.move(x + i * step, y)
        page.evaluate(FRAMES)
        now = value(page, key)
        changed, last = changed + (now != last), now
    return changed
