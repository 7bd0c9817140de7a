#!/usr/bin/env python3
"""Times a step of training in PyTorch and in gnnrec, in turns, on two threads of one machine.

Two algorithms on the training and validation part of a data set of LightGCN's format, 64 dimensions, batches of 2,048:

  softmax  LightGCN of one hop, the batch's own items as negatives of a softmax over cosines, Adam
  bpr      LightGCN as in its authors' code: three hops, one uniform negative, Adam

PyTorch multiplies by the sparse adjacency in COO and in CSR, the faster counts; the gradient of the product is the
product with the same symmetric matrix, which spares it a transpose. It is spared the mask of a user's own items too.

Needs Python 3.9 and, in an environment of its own, torch and numpy from PyPI:

  python -m venv /somewhere && /somewhere/bin/pip install torch numpy
  /somewhere/bin/python docs/bench/compare_torch.py DATA [--rounds 3] [--json FILE]
"""
import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import time

import numpy
import torch

BATCH = 2048
DIMENSION = 64
TEMPERATURE = 0.12
WARMUP_STEPS = 3
STEPS = 10


class Propagate(torch.autograd.Function):
    """A x for a symmetric A."""

    @staticmethod
    def forward(context, adjacency, x):
        context.adjacency = adjacency
        return adjacency @ x

    @staticmethod
    def backward(context, gradient):
        return None, context.adjacency @ gradient


def read(folder):
    pairs = set()
    for part in ("train.txt", "valid.txt"):
        path = os.path.join(folder, part)
        if os.path.exists(path):
            with open(path) as lines:
                for line in lines:
                    user, *items = map(int, line.split() or [0])
                    pairs.update((user, item) for item in items)
    return numpy.array(sorted(pairs))


def adjacency(pairs, layout):
    users, items = pairs.max(axis=0) + 1
    rows = numpy.concatenate([pairs[:, 0], pairs[:, 1] + users])
    columns = numpy.concatenate([pairs[:, 1] + users, pairs[:, 0]])
    degrees = numpy.bincount(rows, minlength=users + items)
    weights = torch.tensor(1 / numpy.sqrt(degrees[rows] * degrees[columns]), dtype=torch.float32)
    matrix = torch.sparse_coo_tensor(numpy.stack([rows, columns]), weights, (users + items,) * 2).coalesce()
    return users, items, matrix if layout == "coo" else matrix.to_sparse_csr()


class Training:
    def __init__(self, pairs, algorithm, layout):
        self.users, self.items, self.matrix = adjacency(pairs, layout)
        self.pairs = torch.tensor(pairs)
        self.hops = 1 if algorithm == "softmax" else 3
        self.loss = self.softmax if algorithm == "softmax" else self.bpr
        self.base = torch.nn.Parameter(torch.randn(self.users + self.items, DIMENSION) * 0.1)
        self.optimizer = torch.optim.Adam([self.base], lr=0.001)

    def step(self):
        batch = self.pairs[torch.randint(len(self.pairs), (BATCH,))]
        hop = total = self.base
        for _ in range(self.hops):
            hop = Propagate.apply(self.matrix, hop)
            total = total + hop
        final = total / (self.hops + 1)
        loss = self.loss(final, batch[:, 0], self.users + batch[:, 1])
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()

    @staticmethod
    def softmax(final, users, items):
        u = torch.nn.functional.normalize(final[users], dim=1)
        i = torch.nn.functional.normalize(final[items], dim=1)
        logits = u @ i.T / TEMPERATURE
        positive = torch.diagonal(logits)
        others = logits.masked_fill(torch.eye(len(u), dtype=torch.bool), -1e5)
        return (torch.logsumexp(others, 1) - positive).mean()

    def bpr(self, final, users, items):
        negatives = self.users + torch.randint(self.items, (len(users),))
        difference = (final[users] * (final[negatives] - final[items])).sum(1)
        return torch.nn.functional.softplus(difference).mean()


def torch_millis(training):
    for _ in range(WARMUP_STEPS):
        training.step()
    times = []
    for _ in range(STEPS):
        start = time.perf_counter()
        training.step()
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)


def gnnrec_millis(data, algorithm, kernels):
    arguments = f"{kernels}StepBench.step -p data={os.path.abspath(data)} -p loss={algorithm} -wi 3 -i 3"
    run = subprocess.run(["mvn", "-B", "-Pbench", f"-Dbench.args={arguments}"], text=True, capture_output=True)
    found = re.search(r"StepBench\.step\s.*avgt\s+\d+\s+([\d.]+)", run.stdout)
    if not found:
        sys.exit(run.stdout + run.stderr)
    return float(found.group(1))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", help="a folder with train.txt and perhaps valid.txt")
    parser.add_argument("--rounds", type=int, default=3, help="each is timed so often, in turns [3]")
    parser.add_argument("--json", help="a file for the results")
    arguments = parser.parse_args()
    torch.set_num_threads(2)
    pairs = read(arguments.data)
    steps = -(-len(pairs) // BATCH)
    results = []
    for algorithm in ("softmax", "bpr"):
        times = {name: [] for name in ("torch coo", "torch csr", "gnnrec vector", "gnnrec scalar")}
        trainings = {layout: Training(pairs, algorithm, layout) for layout in ("coo", "csr")}
        for _ in range(arguments.rounds):
            for layout, training in trainings.items():
                times[f"torch {layout}"].append(torch_millis(training))
            for kernels in ("Vector", "Scalar"):
                times[f"gnnrec {kernels.lower()}"].append(gnnrec_millis(arguments.data, algorithm, kernels))
        row = {name: round(statistics.median(values), 2) for name, values in times.items()}
        best = min(row["torch coo"], row["torch csr"])
        row = {"algorithm": algorithm, "steps an epoch": steps, "ms a step": row,
               "torch / gnnrec vector": round(best / row["gnnrec vector"], 2),
               "scalar / vector": round(row["gnnrec scalar"] / row["gnnrec vector"], 2),
               "torch seconds an epoch": round(best * steps / 1000, 1)}
        print(json.dumps(row))
        results.append(row)
    if arguments.json:
        with open(arguments.json, "w") as out:
            json.dump({"torch": torch.__version__, "threads": 2, "rounds": arguments.rounds, "results": results}, out,
                      indent=2)


if __name__ == "__main__":
    main()
