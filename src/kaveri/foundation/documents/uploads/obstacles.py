"""Why a file is not taken in, and how large things may be."""

from enum import StrEnum

LARGEST_FILE = 10 * 1024 * 1024
# A page scanned at 600 points an inch is 35 million; a bomb is a small file that says a hundred times more.
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 20_000
# What may come out of a compressed file, all in all.
MOST_UNPACKED = 100 * 1024 * 1024
MOST_PARTS = 2_000


class UploadObstacle(StrEnum):
    """Why a file is not taken in."""

    EMPTY = "upload_empty"
    TOO_LARGE = "upload_too_large"
    ANOTHER_KIND = "upload_another_kind"
    PHONE_PICTURE = "upload_phone_picture"
    BROKEN = "upload_broken"
    TOO_MANY_PIXELS = "upload_too_many_pixels"
    TOO_MUCH_INSIDE = "upload_too_much_inside"
    LOCKED = "upload_locked"
    ACTIVE_PDF = "upload_active_pdf"
    ACTIVE_OFFICE = "upload_active_office"
    VIRUS = "upload_virus"
    NOT_SEARCHED = "upload_not_searched"


class NotTaken(Exception):
    """Inside the search: this file is not taken, and why."""

    def __init__(self, obstacle: UploadObstacle) -> None:
        """Keep the reason."""
        self.obstacle = obstacle
        super().__init__(obstacle)
