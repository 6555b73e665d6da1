"""BLAKE2, as `hashlib` hands it out, but without `hashlib`: that loads OpenSSL, which is 5 ms of the start."""

try:
    from _blake2 import blake2b
except ImportError:  # a Python built in another way
    from hashlib import blake2b

__all__ = ["blake2b"]
