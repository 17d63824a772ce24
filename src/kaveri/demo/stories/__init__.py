"""The handbook's stories, played through the services in the weeks before today, a file for each."""

from kaveri.demo.stories import annika, everyday, jonna, leena, mikko


def play() -> None:
    """Everybody does what they would do; nothing here writes past a service."""
    for story in (annika, mikko, leena, jonna, everyday):
        story.play()
