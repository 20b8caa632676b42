def compare(files, *_):
    return iter(())
