"""Made-up courses of runs, for tests of alarms: a sound one, and what is to be changed to break it."""

from dataclasses import replace

from explorer.health import Activity, Course, Curve, Health, Learning, Rivalry

FIRST, MIDDLE, LAST = (f"architecture.network.blocks.{index}" for index in (1, 3, 5))


def curve(*values: float, stride: int = 10) -> Curve:
    return Curve(tuple(stride * (index + 1) for index in range(len(values))), values)


def falling(start: float, end: float, count: int = 64) -> tuple[float, ...]:
    return tuple(start * (end / start) ** (index / (count - 1)) for index in range(count))


def sound_health(step: int = 640) -> Health:
    return Health(
        step,
        (Learning(FIRST, 640, 0.01, 1e-3), Learning(MIDDLE, 4096, 0.02, 2e-3), Learning(LAST, 640, 0.03, 1e-3)),
        (
            Activity("architecture.network.blocks.2", "ReLU", 64, dead=0.2),
            Activity("architecture.network.blocks.4", "Tanh", 64, saturated=0.1),
        ),
    )


def sound_course() -> Course:
    losses = falling(2.3, 0.1)
    return Course((sound_health(),), (2.3,) * 5 + (2.0,) * 95, curve(*losses), curve(*losses[::6], stride=60))


def with_health(course: Course, **changes: object) -> Course:
    assert course.health is not None
    return replace(course, healths=(replace(course.health, **changes),))  # type: ignore[arg-type]


def gan_course(diversities: list[float], real: float | None = 0.6, made: float | None = 0.4) -> Course:
    return Course(
        tuple(
            replace(sound_health(step), rivalry=Rivalry(diversity, real, made))
            for step, diversity in enumerate(diversities)
        )
    )
