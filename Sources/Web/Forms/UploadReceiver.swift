import Basics
import Foundation

/// Takes a multipart form apart as it comes in: small parts in memory, the file to disk.
struct UploadReceiver {
    private enum State {
        case preamble, head, field, file, done

        /// The bytes that may wait for the end of what is under way; those of a file go to disk as they come.
        var most: Int {
            switch self {
            case .preamble, .head, .field: 100_000
            case .file, .done: .max
            }
        }
    }

    private let boundary: [UInt8]
    private let limit: Int
    private let secret: Secret?
    private let path: URL
    private var state = State.preamble
    private var rest: [UInt8] = []
    private var head = PartHead()
    private var fields: [(name: String, value: String)] = []
    private var file: (handle: FileHandle, head: PartHead, size: Int)?

    init(boundary: String, limit: Int, secret: Secret?) {
        self.boundary = Array("\r\n--\(boundary)".utf8)
        self.limit = limit
        self.secret = secret
        path = FileManager.default.temporaryDirectory.appending(path: "ontknoop-\(UUID().uuidString)")
        rest = [13, 10]
    }

    mutating func take(_ bytes: [UInt8]) throws {
        rest += bytes
        while try step() {}
        if rest.count > state.most { throw Upload.Refusal.unreadable }
    }

    mutating func finish() throws -> Upload {
        guard state == .done else { throw Upload.Refusal.unreadable }
        guard let file else { throw Upload.Refusal.noFile }
        try file.handle.close()
        return Upload(
            fields: FormFields(fields.map { ($0.name, $0.value.withoutHiddenSigns) }),
            fileName: (file.head.fileName ?? "").withoutHiddenSigns, contentType: file.head.type, path: path,
            size: file.size)
    }

    /// Takes away what was written so far.
    func discard() {
        guard let file else { return }
        do {
            try file.handle.close()
            try FileManager.default.removeItem(at: path)
        } catch {
            // The system's temporary folder is emptied by the system.
        }
    }

    /// One part further; whether there is more to do with what has come in.
    private mutating func step() throws -> Bool {
        switch state {
        case .preamble: return cut(boundary) != nil ? enter() : false
        case .head:
            if rest.starts(with: [45, 45]) { state = .done }
            guard state == .head, let text = cut([13, 10, 13, 10]) else { return false }
            try begin(PartHead(text: String(decoding: text, as: UTF8.self)))
            return true
        case .field:
            guard let value = cut(boundary) else { return false }
            fields.append((head.name, String(decoding: value, as: UTF8.self)))
            return enter()
        case .file:
            if let last = cut(boundary) {
                try write(last)
                return enter()
            }
            try write(Array(rest.prefix(max(0, rest.count - boundary.count))))
            rest.removeFirst(max(0, rest.count - boundary.count))
            return false
        case .done:
            rest = []
            return false
        }
    }

    private mutating func enter() -> Bool {
        state = .head
        return true
    }

    private mutating func begin(_ part: PartHead) throws {
        head = part
        guard part.fileName != nil else {
            guard fields.count < 50 else { throw Upload.Refusal.unreadable }
            state = .field
            return
        }
        let token = fields.first { $0.name == "csrf" }?.value ?? ""
        guard secret?.matches(formToken: token) == true else { throw ForeignForm() }
        guard file == nil else { throw Upload.Refusal.unreadable }
        try Data().write(to: path, options: .withoutOverwriting)
        file = (try FileHandle(forWritingTo: path), part, 0)
        state = .file
    }

    private mutating func write(_ bytes: [UInt8]) throws {
        guard let size = file?.size, size + bytes.count <= limit else { throw Upload.Refusal.tooLarge(limit) }
        try file?.handle.write(contentsOf: Data(bytes))
        file?.size += bytes.count
    }

    /// What stands before the mark; that and the mark are taken off.
    private mutating func cut(_ mark: [UInt8]) -> [UInt8]? {
        guard let place = rest.firstRange(of: mark) else { return nil }
        let before = Array(rest[..<place.lowerBound])
        rest.removeFirst(place.upperBound)
        return before
    }
}

/// The headers of one part of a form.
struct PartHead: Sendable {
    var name = ""
    var fileName: String?
    var type = "application/octet-stream"

    init() {}

    init(text: String) {
        name = text.firstMatch(of: #/[; ]name="([^"]*)"/#).map { String($0.1) } ?? ""
        let given = text.firstMatch(of: #/filename="([^"]*)"/#).map { String($0.1) }
        fileName = given.map { String(($0.split(whereSeparator: { "/\\".contains($0) }).last ?? "").prefix(200)) }
        if let found = text.firstMatch(of: #/(?i)content-type:\s*([\w.+-]+\/[\w.+-]+)/#) {
            type = found.1.lowercased()
        }
    }
}
