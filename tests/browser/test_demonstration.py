"""The demonstration answers as soon as it says so, under its content policy."""

from playwright.sync_api import Browser


def test_the_first_page_lets_choose_a_character(site: str, browser: Browser) -> None:
    page = browser.new_page()
    answer = page.goto(site)
    assert answer
    assert answer.status == 200
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert page.locator("h1").count() == 1
    page.close()
