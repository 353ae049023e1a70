"""Which course must come first: an order without circles."""

from collections.abc import Collection, Mapping


def circle(
    requires: Mapping[int, Collection[int]], course: int, first: int
) -> tuple[int, ...] | None:
    """Return the circle that “`course` requires `first`” would close, or None.

    It begins and ends with `course`.
    """
    if course == first:
        return (course, course)
    paths: list[tuple[int, ...]] = [(course, first)]
    seen = {first}
    while paths:
        path = paths.pop()
        for following in sorted(requires.get(path[-1], ())):
            if following == course:
                return (*path, course)
            if following not in seen:
                seen.add(following)
                paths.append((*path, following))
    return None
