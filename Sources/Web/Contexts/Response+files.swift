import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// A file that the house makes, to be saved under this name.
    static func download(_ bytes: ByteBuffer, type: String, as name: String) -> Response {
        file(bytes, type: type, as: name, isShown: false)
    }

    static func download(_ text: String, type: String, as name: String) -> Response {
        download(ByteBuffer(string: text), type: type, as: name)
    }

    /// A file that came from outside: shown or saved, it never runs and has no rights.
    static func kept(_ bytes: [UInt8], type: String, as name: String, isShown: Bool) -> Response {
        var response = file(ByteBuffer(bytes: bytes), type: type, as: name.asFileName, isShown: isShown)
        response.headers[.contentSecurityPolicy] = ContentPolicy.letter
        return response
    }

    private static func file(_ bytes: ByteBuffer, type: String, as name: String, isShown: Bool) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type,
                .contentDisposition: "\(isShown ? "inline" : "attachment"); filename=\"\(name)\"",
            ], body: ResponseBody(byteBuffer: bytes))
    }
}

extension String {
    /// What of a name may stand in a header.
    fileprivate var asFileName: String { filter { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) } }
}
