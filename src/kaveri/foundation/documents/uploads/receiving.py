"""While a file comes in: what is more than fits is not written anywhere."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler

from kaveri.foundation.documents.uploads.obstacles import LARGEST_FILE


class NoMoreThanFits(FileUploadHandler):
    """Stands before the handlers that keep; they see one chunk too many at most, and the form says no."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Hand on what still fits; the first chunk beyond is handed on too, so that it is seen to be too large."""
        return raw_data if start <= LARGEST_FILE else None

    def file_complete(self, file_size: int) -> Any:
        """The next one has the file."""
        return None
