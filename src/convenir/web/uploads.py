"""How much of a file that is sent is kept while it arrives: what no deposit holds never fills a disk."""

from django.core.files.uploadhandler import TemporaryFileUploadHandler

from convenir.reader.intake.limits import MOST_BYTES

# One byte more than the reader takes: it refuses the file by its own sentence.
MOST_KEPT = MOST_BYTES + 1


class BoundedUpload(TemporaryFileUploadHandler):
    """Writes a file to the disk as it arrives, up to the first byte too many; the rest is let go."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keeps what still fits of a chunk that begins at `start` of its file."""
        if start < MOST_KEPT:
            super().receive_data_chunk(raw_data[: MOST_KEPT - start], start)
