# The least that python3-docx does with a text: one paragraph a line.
import sys
import docx

document = docx.Document()
with open(sys.argv[1], encoding='utf-8') as text:
    for line in text:
        document.add_paragraph(line.rstrip('\n'))
document.save(sys.argv[2])
