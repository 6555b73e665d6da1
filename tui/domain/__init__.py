"""What an article and its findings are. Standard library only; every other package may import this one."""
