# Makes the parity of a bag again from the words of its README, section 5, and compares. Nothing of Andu is used.
import hashlib, json, os, sys

root = sys.argv[1]


def read(name):
    with open(os.path.join(root, *name.split('/')), 'rb') as file:
        return file.read()


def times(a, b):
    product = 0
    for bit in range(8):
        if b >> bit & 1:
            product ^= a << bit
    for bit in range(15, 7, -1):
        if product >> bit & 1:
            product ^= 0x11D << (bit - 8)
    return product


inverse = {a: b for a in range(1, 256) for b in range(1, 256) if times(a, b) == 1}
text = read('parity/parity.json')
whole = json.loads(text)
part = text[text.index(b'"parity":') + 9:text.rindex(b'}')]
index = whole['parity']
if hashlib.sha256(part).hexdigest() != whole['sha256']:
    sys.exit('index')
names = ['/'.join(os.path.relpath(os.path.join(folder, name), root).split(os.sep)) for folder, _, files in os.walk(root) for name in files]
names = sorted((name for name in names if not name.startswith('parity/')), key=lambda name: name.encode())
if names != [file['path'] for file in index['files']]:
    sys.exit('files')
stream = b''.join(read(name) for name in names)
size, groups = index['shardBytes'], index['groups']
shards = [stream[at:at + size].ljust(size, b'\0') for at in range(0, len(stream), size)]
if [hashlib.sha256(shard).hexdigest() for shard in shards] != index['shards']:
    sys.exit('shards')
for group in range(groups):
    data = shards[group::groups]
    k = len(data)
    m = max(2, -(-k // 5))
    for row in range(m):
        total = bytearray(size)
        for j, shard in enumerate(data):
            by = inverse[(k + row) ^ j]
            table = bytes(times(by, value) for value in range(256))
            total = bytearray(a ^ b for a, b in zip(total, shard.translate(table)))
        if bytes(total) != read('parity/g%03d-%02d.par' % (group, row)):
            sys.exit('group %d row %d' % (group, row))
print('same: %d groups' % groups)
