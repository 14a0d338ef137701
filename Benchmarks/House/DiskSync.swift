import Foundation

/// How many small writes this disk makes durable in a second, one after the other: what a database of one caller cannot pass.
struct DiskSync {
    let folder: String

    func run() throws {
        let path = folder + "/sync.tmp"
        let file = open(path, O_CREAT | O_RDWR, 0o600)
        guard file >= 0 else { return print("no file can be made in \(folder)") }
        defer {
            close(file)
            unlink(path)
        }
        let page = [UInt8](repeating: 7, count: 4_096)
        var count = 0
        let start = ContinuousClock.now
        while ContinuousClock.now - start < .seconds(3) {
            guard pwrite(file, page, page.count, off_t(count % 256 * 4_096)) == page.count, fdatasync(file) == 0 else {
                return print("the disk refused")
            }
            count += 1
        }
        print(brief(Double(count) / 3))
    }
}
