import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

var request = URLRequest(url: URL(string: "http://127.0.0.1:8765/v1/echo")!)
request.httpMethod = "POST"
request.setValue("text/plain; charset=utf-8", forHTTPHeaderField: "Content-Type")

let body = "#\(ProcessInfo.processInfo.environment["QUERY_KEY", default: ""])\n$\(ProcessInfo.processInfo.environment["QUERY_KEY", default: ""]){x} \\\(ProcessInfo.processInfo.environment["QUERY_KEY", default: ""])\\n\n%\(ProcessInfo.processInfo.environment["QUERY_KEY", default: ""])% '\""
request.httpBody = Data(body.utf8)

let (data, response) = try await URLSession.shared.data(for: request)
print(String(decoding: data, as: UTF8.self))
if let status = (response as? HTTPURLResponse)?.statusCode, !(200...299).contains(status) {
    print("HTTP \(status)")
    exit(1)
}
