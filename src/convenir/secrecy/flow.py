"""Flows between two points of a graph: the greatest, and the cheapest of a given amount. Integers only."""

from collections.abc import Hashable
from dataclasses import dataclass, field

ENDLESS = 1 << 60


@dataclass(slots=True)
class Graph:
    """Arcs with a capacity and a price for each unit; `arcs` holds what is left of each, its reverse beside it."""

    heads: list[Hashable] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    prices: list[int] = field(default_factory=list)
    leaving: dict[Hashable, list[int]] = field(default_factory=dict)

    def arc(self, tail: Hashable, head: Hashable, capacity: int, price: int = 0) -> int:
        """Adds an arc and gives its number; the next number is its reverse."""
        number = len(self.heads)
        self.heads += [head, tail]
        self.left += [capacity, 0]
        self.prices += [price, -price]
        self.leaving.setdefault(tail, []).append(number)
        self.leaving.setdefault(head, []).append(number + 1)
        return number

    def push(self, start: Hashable, end: Hashable, amount: int) -> int:
        """Sends as much as it can of that amount, by the cheapest paths first, and gives what was sent."""
        sent = 0
        while sent < amount:
            path = self._cheapest(start, end)
            if not path:
                break
            step = min(amount - sent, *(self.left[number] for number in path))
            for number in path:
                self.left[number] -= step
                self.left[number ^ 1] += step
            sent += step
        return sent

    def _cheapest(self, start: Hashable, end: Hashable) -> list[int]:
        """The arcs of the cheapest path with room left (Bellman and Ford: reverse arcs have negative prices)."""
        cost: dict[Hashable, int] = {start: 0}
        by: dict[Hashable, int] = {}
        waiting = [start]
        while waiting:
            tail = waiting.pop(0)
            for number in self.leaving.get(tail, ()):
                head = self.heads[number]
                price = cost[tail] + self.prices[number]
                if self.left[number] > 0 and price < cost.get(head, ENDLESS):
                    cost[head], by[head] = price, number
                    waiting.append(head)
        if end not in by:
            return []
        return self._back(by, start, end)

    def _back(self, by: dict[Hashable, int], start: Hashable, end: Hashable) -> list[int]:
        path: list[int] = []
        place = end
        while place != start:
            path.append(by[place])
            place = self.heads[by[place] ^ 1]
        return path
