export default function Page() {
  return (
    <main>
      <h1>Pressmark</h1>
    </main>
  );
}
