import CCurl

/// Ends the waiting on a line, from whichever thread.
final class Bell: Sendable {
    let number: Int32

    init?() {
        number = ontknoop_bell_make()
        if number < 0 { return nil }
    }

    deinit { ontknoop_bell_forget(number) }

    func ring() { ontknoop_bell_ring(number) }
}
