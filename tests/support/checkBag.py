# Checks a folder by the text of RFC 8493 with nothing of Andu: Python's own hashlib, no shared code.
# SM3 is looked at only if this Python's OpenSSL has it. Prints what is wrong; ends with 0 if nothing is.
import hashlib, os, re, sys

root = sys.argv[1]
wrong = []


def read(name):
    with open(os.path.join(root, *name.split('/')), 'rb') as file:
        return file.read()


declaration = read('bagit.txt')
if not re.fullmatch(rb'BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8(\r?\n)?', declaration):
    wrong.append('2.1.1 bagit.txt')
if not os.path.isdir(os.path.join(root, 'data')):
    wrong.append('2.1.2 data/')
top = os.listdir(root)
payload = set()
for folder, _, names in os.walk(os.path.join(root, 'data')):
    for name in names:
        payload.add(os.path.relpath(os.path.join(folder, name), root).replace(os.sep, '/'))
manifests = [name for name in top if re.fullmatch(r'manifest-[a-z0-9]+\.txt', name)]
tagmanifests = [name for name in top if re.fullmatch(r'tagmanifest-[a-z0-9]+\.txt', name)]
if 'manifest-sha256.txt' not in manifests:
    wrong.append('2.4 no sha256 manifest')
for manifest in manifests + tagmanifests:
    algorithm = manifest.split('-')[1][:-4]
    listed = {}
    for line in read(manifest).decode('utf-8').splitlines():
        match = re.fullmatch(r'([0-9A-Fa-f]+)[ \t]+(.+)', line)
        if not match:
            wrong.append(f'2.1.3 {manifest}: {line!r}')
            continue
        path = match[2].replace('%0A', '\n').replace('%0D', '\r').replace('%25', '%')
        if path in listed:
            wrong.append(f'2.1.3 {manifest}: {path} twice')
        if path.startswith(('/', '~', '../')) or '/../' in path:
            wrong.append(f'2.1.3 {manifest}: {path} leaves the bag')
        listed[path] = match[1].lower()
    if manifest in manifests and set(listed) != payload:
        wrong.append(f'3 complete, {manifest}: {sorted(set(listed) ^ payload)}')
    if manifest in tagmanifests and any(path.startswith('data/') or path in tagmanifests for path in listed):
        wrong.append(f'2.2.1 {manifest} lists payload or itself')
    if algorithm not in hashlib.algorithms_available:
        continue
    for path, digest in listed.items():
        try:
            if hashlib.new(algorithm, read(path)).hexdigest() != digest:
                wrong.append(f'3 valid, {manifest}: {path}')
        except OSError as error:
            wrong.append(f'3 complete, {manifest}: {path} {error.strerror}')
if 'bag-info.txt' in top:
    info = read('bag-info.txt').decode('utf-8')
    fields = re.findall(r'^([^:\s][^:]*):[ \t](.*)$', info, re.M)
    if len(fields) != len(info.splitlines()):
        wrong.append('2.2.2 bag-info.txt')
    oxum = [value for label, value in fields if label.lower() == 'payload-oxum']
    size = sum(len(read(path)) for path in payload)
    if oxum != [f'{size}.{len(payload)}']:
        wrong.append(f'2.2.2 Payload-Oxum {oxum}')
print('\n'.join(wrong) if wrong else 'valid' + (' with sm3' if 'sm3' in hashlib.algorithms_available else ''))
sys.exit(1 if wrong else 0)
