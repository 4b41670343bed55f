# Runs a program and says how long it took, how much memory it had at most (with those that it started) and how it ended.
import json
import resource
import subprocess
import sys
import time

start = time.perf_counter()
try:
    status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
except OSError:
    status = 127
taken = time.perf_counter() - start
print(json.dumps({'ms': taken * 1000, 'kb': resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, 'status': status}))
