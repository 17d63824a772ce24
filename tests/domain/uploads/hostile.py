"""Hostile files, made when they are asked for."""

import io
import struct
import zipfile
import zlib

import pikepdf
from PIL import Image
from PIL.PngImagePlugin import PngInfo

PIXEL_SECRET = b"<script>alert(1)</script>"


def png_part(name, data):
    return struct.pack("!I", len(data)) + name + data + struct.pack("!I", zlib.crc32(name + data))


def png_of(width, height, *parts):
    """A picture that says it is so large; hardly anything is in it."""
    head = struct.pack("!IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + png_part(b"IHDR", head)
        + b"".join(parts)
        + png_part(b"IDAT", zlib.compress(b"\0" * 100))
        + png_part(b"IEND", b"")
    )


def picture(kind="JPEG", *, mode="RGB", size=(64, 48), **more):
    out = io.BytesIO()
    Image.new(mode, size, 90).save(out, kind, **more)
    return out.getvalue()


def photo_with_place(turned=6):
    """As a phone takes it: where, when, with what, on its side."""
    image = Image.new("RGB", (64, 48))
    image.paste((200, 30, 30), (0, 0, 20, 20))
    known = Image.Exif()
    known[0x0112] = turned
    known[0x010F] = "Aino Virtanens telefon"
    known.get_ifd(0x8825)[1] = "N"
    known.get_ifd(0x8825)[2] = (60.0, 27.0, 5.0)
    out = io.BytesIO()
    image.save(out, "JPEG", exif=known, comment=b"hemma hos Aino", quality=95)
    return out.getvalue()


def png_with_text():
    told = PngInfo()
    told.add_text("Author", "Aino Virtanen")
    return picture("PNG", pnginfo=told)


def jpg_that_says(width, height):
    """Only the frame's own words are changed."""
    content = bytearray(picture())
    at = content.index(b"\xff\xc0")
    content[at + 5 : at + 9] = struct.pack("!HH", height, width)
    return bytes(content)


# --- PDF ------------------------------------------------------------------------------------


def pdf_with(change=None, **saved):
    """A page from a library that knows the format, changed by `change`."""
    paper = pikepdf.new()
    paper.add_blank_page()
    if change:
        change(paper)
    out = io.BytesIO()
    paper.save(out, **saved)
    return out.getvalue()


def script(paper):
    action = {"/S": pikepdf.Name.JavaScript, "/JS": "app.alert(1)"}
    paper.Root.OpenAction = paper.make_indirect(pikepdf.Dictionary(action))


def launch(paper):
    paper.Root.OpenAction = pikepdf.Dictionary({"/S": pikepdf.Name.Launch, "/F": "cmd.exe"})


def attachment(paper):
    paper.attachments["a.exe"] = b"MZ"


def filled_form(paper):
    paper.Root.AcroForm = pikepdf.Dictionary({"/XFA": pikepdf.String("x"), "/Fields": []})


PACKED = {"object_stream_mode": pikepdf.ObjectStreamMode.generate}
LOCKED = {"encryption": pikepdf.Encryption(owner="a", user="b")}


def pdf_raw(*objects):
    """By hand, for what no library would write."""
    return b"%PDF-1.7\n" + b"\n".join(objects) + b"\nstartxref\n0\n%%EOF\n"


def stream(known, data):
    return b"9 0 obj\n<< " + known + b" >>\nstream\n" + data + b"\nendstream\nendobj"


# --- office ---------------------------------------------------------------------------------

RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships">{}</Relationships>'
)
LINK = (
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{}" Target="https://evil.example/" TargetMode="External"/>'
)
CONTENT_TYPES = "<Types/>"


def docx(parts=(), *, packed=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packed) as folder:
        folder.writestr("[Content_Types].xml", CONTENT_TYPES)
        folder.writestr("word/document.xml", "<w:document/>")
        for name, content in parts:
            folder.writestr(name, content)
    return out.getvalue()


def odt(parts=()):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        folder.writestr("content.xml", "<office/>")
        for name, content in parts:
            folder.writestr(name, content)
    return out.getvalue()


def bomb():
    """A hundred and fifty megabytes of nothing, in as many kilobytes."""
    return docx([(f"word/media/{number}.xml", bytes(15_000_000)) for number in range(10)])


def bomb_that_lies():
    """Says in its list that each part is small."""
    content = bytearray(bomb())
    for at in range(len(content) - 4):
        if content[at : at + 4] == b"PK\x01\x02":
            content[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(content)


def locked_docx():
    content = bytearray(docx())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(sign)
        content[at + place] |= 1
    return bytes(content)
