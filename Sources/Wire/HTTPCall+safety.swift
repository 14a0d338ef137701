import Foundation

extension HTTPCall {
    /// Whether what goes to an address cannot be read on the way: https, or this machine itself.
    public static func isSafe(_ address: String) -> Bool {
        guard let url = URL(string: address), let host = url.host(), !host.isEmpty else { return false }
        switch url.scheme?.lowercased() {
        case "https": return true
        case "http": return ["127.0.0.1", "localhost", "::1", "[::1]"].contains(host)
        case .some, nil: return false
        }
    }
}
