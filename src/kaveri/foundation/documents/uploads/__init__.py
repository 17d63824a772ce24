"""Files that people hand in: recognised by content, searched, cleaned, kept under a name that tells nothing.

A use case calls `take_upload` inside its own `acting()` and stores what comes back; a page gives the file
out again through `as_download`. Nothing else in the product opens or keeps what somebody uploaded.
"""

from kaveri.foundation.documents.uploads.giving import as_download
from kaveri.foundation.documents.uploads.labels import UPLOAD_OBSTACLES
from kaveri.foundation.documents.uploads.obstacles import LARGEST_FILE, UploadObstacle
from kaveri.foundation.documents.uploads.taking import Upload, obstacles_to_upload, take_upload

__all__ = [
    "LARGEST_FILE",
    "UPLOAD_OBSTACLES",
    "Upload",
    "UploadObstacle",
    "as_download",
    "obstacles_to_upload",
    "take_upload",
]
