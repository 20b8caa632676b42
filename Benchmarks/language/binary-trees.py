# Search trees of objects: made, filled, asked and let go.
class Node:
    __slots__ = ("key", "left", "right")

    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None

    def insert(self, new_key):
        if new_key < self.key:
            if self.left is not None:
                self.left.insert(new_key)
            else:
                self.left = Node(new_key)
        elif new_key > self.key:
            if self.right is not None:
                self.right.insert(new_key)
            else:
                self.right = Node(new_key)

    def contains(self, wanted):
        node = self
        while node is not None:
            if wanted == node.key:
                return True
            node = node.left if wanted < node.key else node.right
        return False


def complete(depth):
    node = Node(depth)
    if depth > 0:
        node.left = complete(depth - 1)
        node.right = complete(depth - 1)
    return node


def count(node):
    if node is None:
        return 0
    return 1 + count(node.left) + count(node.right)


def height(node):
    if node is None:
        return 0
    left, right = height(node.left), height(node.right)
    return 1 + (left if left > right else right)


root = Node(500_000)
state = 4_242
for _ in range(40_000):
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    root.insert(state // 512 % 1_000_000)
found = 0
for key in range(100_000):
    if root.contains(key * 10):
        found += 1
print(f"{count(root)} keys, height {height(root)}, {found} found")
nodes = 0
for depth in range(4, 15):
    for _ in range(1 << (15 - depth)):
        nodes += count(complete(depth))
print(f"{nodes} nodes made and counted")
