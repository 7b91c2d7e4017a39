import { Component, type ReactNode } from 'react';
import { Undrawable } from './Undrawable.tsx';

interface Props {
  block: unknown;
  children: ReactNode;
}

/** Keeps one malformed block from taking the page with it. (Only a class can catch what drawing throws.) */
export class BlockBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (this.state.failed) return <Undrawable what="this block: its shape is not Slack’s" json={this.props.block} />;
    return this.props.children;
  }
}
