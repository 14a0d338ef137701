import CStack

/// Lets go of what a value keeps without going deeper for each value that it keeps in turn: the first on a thread goes on until nothing is
/// left, those that come up meanwhile are put in its row.
public enum Farewell {
    private struct Row { var values: [Any] = [] }

    /// Lets go of something, from a `deinit` that has no other hold of it.
    public static func take(_ value: consuming Any) {
        if let row = ontknoop_farewell_row() {
            return row.assumingMemoryBound(to: Row.self).pointee.values.append(consume value)
        }
        var row = Row()
        row.values.append(consume value)
        withUnsafeMutablePointer(to: &row) { row in
            ontknoop_set_farewell_row(row)
            while row.pointee.values.popLast() != nil {}
            ontknoop_set_farewell_row(nil)
        }
    }
}
