actor Counter { var count = 0 }  // error: concurrency (async, await, actors) cannot be used in cells; a notebook runs in one fixed order, so that its results are the same every time
struct Outer {
    actor Inner {}  // error: concurrency (async, await, actors) cannot be used in cells; a notebook runs in one fixed order, so that its results are the same every time
}
