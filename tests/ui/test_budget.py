"""How much looking may cost is seen and chosen in the status bar, told to the engine, and remembered."""

from typing import Any

from PySide6.QtCore import Qt, QTimer

from explorer.commands import SetBudget
from explorer.engine.budget import BUDGET
from explorer.events import Progress
from ui.budget_menu import BudgetMenu
from ui.settings import Settings
from ui.text import language


def choices(menu: BudgetMenu) -> list[str]:
    return [f"{'* ' if action.isChecked() else ''}{action.text()}" for action in menu.actions()]


def press(desk: Any, menu: BudgetMenu) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        desk.qtbot.keyClick(menu, key)


def test_the_budget_is_chosen_from_the_status_bar(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    desk.engine.say(Progress(run_id, 12, 0, 3.0, 81.0, 100.0, 0.021, 10**6))
    button, menu = desk.window.status.cost, desk.window._menus.budget
    desk.until(lambda: button.isVisible())
    assert choices(menu) == [
        "1 % of the time", "2 % of the time", "* 5 % of the time", "10 % of the time", "20 % of the time",
        "as much as it needs",
    ]  # fmt: skip
    assert not any(isinstance(command, SetBudget) for command in desk.history), "the engine knows the usual one"
    QTimer.singleShot(0, menu, lambda: press(desk, menu))
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # comes back when the menu is closed
    assert desk.sent(SetBudget) == SetBudget(run_id, 0.02)
    assert choices(menu)[1] == "* 2 % of the time"
    menu.actions()[-1].trigger()
    assert desk.sent(SetBudget) == SetBudget(run_id, None)
    assert desk.window._settings.budget is None
    language.switch("zh_CN")
    assert choices(menu)[-1] == "* 不设上限"


def test_the_next_run_has_the_budget_that_was_chosen(desk: Any) -> None:
    desk.open()
    desk.window._menus.budget.actions()[0].trigger()
    run_id = desk.start()
    found = [command for command in desk.history if isinstance(command, SetBudget)]
    assert found == [SetBudget(run_id, 0.01)]


def test_the_budget_is_remembered() -> None:
    settings = Settings()
    assert settings.budget == BUDGET
    settings.budget = 0.2
    assert Settings().budget == 0.2
    settings.budget = None
    assert Settings().budget is None
    settings._file.setValue("budget", "nonsense")
    assert Settings().budget == BUDGET


def test_a_share_that_is_not_offered_is_shown_all_the_same(qtbot: Any) -> None:
    menu = BudgetMenu(0.03)
    qtbot.addWidget(menu)
    assert choices(menu)[0] == "* 3 % of the time"
