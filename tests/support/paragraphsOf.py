# The paragraphs of Word files as python3-docx reads them, tables included: a JSON object by file name.
import json
import sys

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

print(json.dumps({name: [Paragraph(each, None).text for each in Document(name).element.body.iter(qn('w:p'))] for name in sys.argv[1:]}))
