#!/usr/bin/env python3
"""Drives the desk in a real browser: a case of the sample reports, every page at two widths, light and dark, with axe
and without a console error; then what people do there, by mouse and by keyboard. Screenshots go to --out."""

import argparse
import re
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from axe_selenium_python import Axe
from selenium import webdriver
from selenium.common.exceptions import TimeoutException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

HOSTILE = '<script>document.title="run"</script>"\u0301 onmouseover="document.title=\'run\'" x="'
SECTIONS = ["", "reports", "people", "groups", "events", "timeline", "chart", "conflicts", "review", "lists", "add", "history"]


class Desk:
    """The program at work on a case in a scratch folder."""

    def __init__(self, binary: str, folder: Path, samples: list[Path]):
        self.case = folder / "case.expediente"
        subprocess.run([binary, "add", "--case", self.case, *samples], check=True, stdout=subprocess.DEVNULL)
        self.process = subprocess.Popen(
            [binary, "serve", "--case", self.case, "--author", "Ada"], stderr=subprocess.PIPE, text=True)
        self.address, self.base = "", ""
        for line in self.process.stderr:
            if found := re.search(r"http://\S+", line):
                self.address = found[0]
                self.base = self.address.split("/?")[0]
                return
        raise SystemExit("browser: the desk did not open")

    @property
    def token(self) -> str:
        return self.address.split("token=")[1]

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(20)


class Checks:
    """What held and what did not."""

    def __init__(self):
        self.done, self.failed = 0, []

    def that(self, what: str, holds: bool) -> None:
        self.done += 1
        if not holds:
            self.failed.append(what)
            print(f"browser: FAILED: {what}", file=sys.stderr)


def chromium() -> webdriver.Chrome:
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900", "--hide-scrollbars"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))


def look(driver, width: int, dark: bool) -> None:
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                           {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})


def shoot(driver, path: Path, full: bool = False) -> None:
    if full:
        import base64
        shot = driver.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True, "format": "png"})
        path.write_bytes(base64.b64decode(shot["data"]))
    else:
        driver.save_screenshot(str(path))


def quiet(driver, checks: Checks, where: str) -> None:
    errors = [entry["message"] for entry in driver.get_log("browser") if entry["level"] == "SEVERE"]
    checks.that(f"{where}: no console error {errors[:2]}", not errors)


def accessible(driver, checks: Checks, where: str) -> None:
    axe = Axe(driver)
    axe.inject()
    found = axe.run()["violations"]
    grave = [f"{each['id']} ({each['nodes'][0]['target']})" for each in found if each["impact"] in ("serious", "critical")]
    checks.that(f"{where}: axe finds nothing serious: {grave}", not grave)


def pages(driver, desk: Desk, out: Path, checks: Checks) -> None:
    driver.get(desk.base + "/people")
    person = driver.find_element(By.CSS_SELECTOR, "tbody td a").get_attribute("href")
    driver.get(desk.base + "/groups")
    group = driver.find_element(By.CSS_SELECTOR, "tbody td a").get_attribute("href")
    driver.get(desk.base + "/reports")
    report = driver.find_element(By.CSS_SELECTOR, "tbody td a").get_attribute("href")
    driver.get(desk.base + "/events")
    event = driver.find_element(By.CSS_SELECTOR, "ul.rows li a").get_attribute("href")
    driver.get(desk.base + "/conflicts")
    shared = [a.get_attribute("href") for a in driver.find_elements(By.CSS_SELECTOR, "main h2 a") if "/event/" in a.get_attribute("href")]
    visits = [(name or "case", f"{desk.base}/{name}") for name in SECTIONS]
    visits += [("person", person), ("group", group), ("report", report), ("event", shared[0] if shared else event),
               ("search", desk.base + "/search?q=Madrid")]
    for name, address in visits:
        for width, dark in ((1280, False), (1280, True), (390, False)):
            look(driver, width, dark)
            driver.get(address)
            shoot(driver, out / f"{name}-{width}{'-dark' if dark else ''}.png")
            overflow = driver.execute_script("return document.documentElement.scrollWidth - innerWidth")
            checks.that(f"{name} at {width}: the page is not wider than the window ({overflow})", overflow <= 1)
            if width == 1280:
                accessible(driver, checks, f"{name}{' dark' if dark else ''}")
        quiet(driver, checks, name)
        size = len(driver.page_source.encode())
        checks.that(f"{name}: under 200 KB ({size})", size < 200_000)
    look(driver, 1280, False)
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def press(driver, element) -> None:
    driver.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
    driver.execute_script("window.isTheOldPage = true")
    element.click()
    # What is pressed mostly leads to another page; where it does not, the wait ends by itself.
    try:
        WebDriverWait(driver, 2).until(
            lambda d: d.execute_script("return !window.isTheOldPage && document.readyState === 'complete'")
        )
    except TimeoutException:
        pass


def work(driver, desk: Desk, out: Path, checks: Checks) -> None:
    wait = WebDriverWait(driver, 20)
    # A footnote leads to its sentence.
    driver.get(desk.base + "/people")
    driver.find_element(By.CSS_SELECTOR, "tbody td a").click()
    note = driver.find_element(By.CSS_SELECTOR, "ol.footnotes li")
    press(driver, note.find_element(By.TAG_NAME, "a"))
    here = wait.until(lambda d: d.find_elements(By.ID, "here"))
    checks.that("a footnote leads to words of the report", bool(here and here[0].text))
    shoot(driver, out / "footnote-1280.png")
    # A fact shows itself to the mouse and to the keyboard.
    fact = driver.find_element(By.CSS_SELECTOR, ".text .fact.k-event")
    driver.execute_script("arguments[0].focus()", fact)
    checks.that("a fact in focus shows what it is", bool(driver.find_elements(By.CSS_SELECTOR, ".bubble")))
    shoot(driver, out / "fact-1280.png")
    # Two become one, and two again.
    driver.get(desk.base + "/people")
    boxes = driver.find_elements(By.NAME, "id")
    before = len(boxes)
    boxes[0].click()
    boxes[1].click()
    driver.find_element(By.NAME, "reason").send_keys("A test of merging")
    press(driver, driver.find_element(By.CSS_SELECTOR, "button[value=merge]"))
    after = len(driver.find_elements(By.NAME, "id"))
    checks.that(f"a merge makes one of two ({before}, {after})", after == before - 1)
    driver.get(desk.base + "/history")
    press(driver, driver.find_element(By.CSS_SELECTOR, "td form button"))
    driver.get(desk.base + "/people")
    checks.that("undone, they are two again", len(driver.find_elements(By.NAME, "id")) == before)
    # Lists, timeline, export.
    driver.get(desk.base + "/lists")
    driver.find_element(By.NAME, "name").send_keys("Evaristo Quintanar", Keys.ENTER)
    checks.that("a name is screened", "Evaristo Quintanar" in driver.find_element(By.TAG_NAME, "main").text)
    driver.get(desk.base + "/timeline")
    rows = len(driver.find_elements(By.CSS_SELECTOR, "svg a.row"))
    Select(driver.find_element(By.NAME, "kind")).select_by_value("arrest")
    driver.find_element(By.CSS_SELECTOR, "main form button").click()
    fewer = len(driver.find_elements(By.CSS_SELECTOR, "svg a.row"))
    checks.that(f"the timeline is filtered ({rows}, {fewer})", fewer < rows)
    for name in ("chart.svg", "chart.graphml"):
        asked = urllib.request.Request(f"{desk.base}/export/{name}", headers={"Authorization": f"Bearer {desk.token}"})
        with urllib.request.urlopen(asked) as answer:
            checks.that(f"{name} leaves", answer.status == 200 and len(answer.read()) > 500)
    # Spanish.
    driver.get(desk.base + "/conflicts")
    press(driver, driver.find_element(By.CSS_SELECTOR, "button[name=language]"))
    checks.that("the pages speak Spanish", driver.find_element(By.TAG_NAME, "h1").text == "Contradicciones")
    shoot(driver, out / "conflicts-es-1280.png")
    press(driver, driver.find_element(By.CSS_SELECTOR, "button[name=language]"))
    quiet(driver, checks, "work")


def keyboard(driver, desk: Desk, checks: Checks) -> None:
    driver.get(desk.base + "/review")
    body = driver.find_element(By.TAG_NAME, "body")
    body.send_keys(Keys.TAB)
    checks.that("the first stop leads past the menu", driver.switch_to.active_element.get_attribute("class") == "skip")
    driver.switch_to.active_element.send_keys(Keys.ENTER)
    if driver.find_elements(By.CSS_SELECTOR, ".proposal"):
        body.send_keys("j")
        checks.that("J leads to the first proposal", "proposal" in (driver.switch_to.active_element.get_attribute("class") or ""))


def hostile(driver, desk: Desk, out: Path, checks: Checks) -> None:
    driver.get(desk.base + "/add")
    driver.find_element(By.NAME, "title").send_keys(HOSTILE)
    text = f"{HOSTILE}\n\nMADRID, 3 May 2025. Police in Madrid arrested {HOSTILE} Ana Prado Ruiz on Friday, a judge said."
    driver.find_element(By.ID, "pasted").send_keys(text)
    driver.find_element(By.CSS_SELECTOR, "textarea").submit()
    WebDriverWait(driver, 60).until(lambda d: d.find_elements(By.CSS_SELECTOR, "main ol.rows li"))
    driver.get(desk.base + "/reports")
    for link in [a.get_attribute("href") for a in driver.find_elements(By.CSS_SELECTOR, "tbody td a")]:
        driver.get(link)
        if "script" in driver.find_element(By.TAG_NAME, "h1").text:
            break
    for mark in driver.find_elements(By.CSS_SELECTOR, ".fact")[:5]:
        driver.execute_script("arguments[0].focus()", mark)
    checks.that("a hostile report shows as text", "<script>" in driver.find_element(By.TAG_NAME, "h1").text)
    checks.that("nothing of it is run", driver.title != "run")
    shoot(driver, out / "hostile-1280.png")
    quiet(driver, checks, "hostile")


def main() -> int:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--binary", required=True)
    arguments.add_argument("--samples", type=Path, nargs="+", required=True)
    arguments.add_argument("--out", type=Path, required=True)
    given = arguments.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(given.binary, Path(folder), given.samples)
        driver = chromium()
        try:
            driver.get(desk.address)
            checks.that("the key is gone from the address", "token" not in driver.current_url)
            for part in (pages, work, hostile):
                part(driver, desk, given.out, checks)
            keyboard(driver, desk, checks)
        finally:
            driver.quit()
            desk.close()
    print(f"browser: {checks.done} checks, {len(checks.failed)} failed; screenshots in {given.out}")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
